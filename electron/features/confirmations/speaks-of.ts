// Phrases of trade correspondence, Chinese and English. They order a list and word a reason; the lawyer reads and decides.
const CONFIRMING =
  /确认|同意|认可|属实|无误|相符|一致|没有?问题|没有?异议|未提出?异议|验收合格|(签字|签署|盖章|签回)|(货物?|货款|款项|发票|设备|产品)[^。！？；]{0,24}已?收(到|讫)|收到(了)?(货|发票|款|设备)|尚欠|欠(贵|你)|^\s*(好的|可以|行|没问题)(?=$|[，,。!！、])|\b(confirm(s|ed|ing)?|agree(s|d)?|acknowledg\w+|accept(s|ed)?|(is|are) (correct|right|in order)|received (the goods|in good order|your invoice)|no objections?|(counter)?signed|stamped|still owe)\b|^\s*(ok(ay)?|yes)\b/iu

// 有异议 is an objection and 没有异议 is none; 不同意 refuses what 同意 grants.
const REFUSING =
  /不予|不(能|会|再|愿)?(同意|认可|承认|确认|接受|认同)|(未曾?|没有?|从未)(收到|确认|同意|认可|授权|签署|订购|签订)|拒绝|拒付|否认|无权|无法(接受|认可|同意|确认)|(?<!没|没有|无|未)有异议|(?<!未|没有)提出异议|不属实|不符|不存在|并非|不欠|\b(den(y|ies|ied)|disput(e|es|ed)|refus(e|es|ed|al)|reject(s|ed)?|disagree(s|d)?|unable to (accept|agree|confirm))\b|\b(not|never|cannot|can['’]t|don['’]t|didn['’]t|doesn['’]t)\b[^.?!;]{0,30}\b(agree|accept|confirm|acknowledge|owe|correct|receive|order|authori[sz]e)/iu

// A request or a question is not an answer, and what is still to come is none yet.
const OPEN =
  /[?？]\s*$|请[^。！？；，]{0,12}(确认|核对|同意|盖章|签字|签署)|是否|待[^。！？；]{0,6}(确认|核实)|尚未|\b(please|kindly|could you|can you|would you)\b[^.?!;]{0,40}\b(confirm|agree|accept|sign|acknowledge)\b|\b(to be|will|shall|once|if|until)\b[^.?!;]{0,25}\b(confirm|agree|accept|sign)\b/iu

/** Whether a sentence reads like the answer to a statement, and which; null where it does not. */
export function speaksOf(sentence: string): 'confirming' | 'refusing' | null {
  if (REFUSING.test(sentence)) return 'refusing'
  return CONFIRMING.test(sentence) && !OPEN.test(sentence) ? 'confirming' : null
}
