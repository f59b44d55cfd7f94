import { expect, test } from 'vitest'
import { timeInBoundary, timeInMessageId, timeInThreadIndex } from './hidden-times.ts'

/** As they stand in real messages, with the time of their Date field. */
test.each([
  ['Coremail', '782deb83.5bf6.173520e4cef.Coremail.zhixu001@126.com', '2020-07-15T10:38:55'],
  ['Foxmail', '202101271342412253283@chinatelecom.cn', '2021-01-27T13:42:41'],
  ['Foxmail', '2020101911134102451012@oppo.com', '2020-10-19T11:13:41'],
  ['Microsoft Outlook', '021701d0c2b9$dadbf470$9092ea50$@example.com', '2015-07-20T07:01:09'],
  ['Microsoft Outlook', '009601c813c6$19df3510$0437d30a@mikel091a', '2007-10-21T09:38:13'],
  ['Java Mail', '15655788.13.1200472642578.JavaMail.Administrator@mail.ttttt.com.au', '2008-01-16T08:37:22'],
  [
    'Postfix, sendmail, mutt',
    '20200820100827.811c518ff576ecea@mail.projectpending.com',
    '2020-08-20T10:08:27',
  ],
  ['Mozilla Thunderbird', '4F2A7B3C.1020304@hongda.example', '2012-02-02T12:02:04'],
  ['Exim', 'E1k8hQk-0001Ab-Cd@mx.hongda.example', '2020-08-20T10:04:22'],
])('%s writes its time into an id', (generator, id, at) => {
  expect(timeInMessageId(id)?.generator).toBe(generator)
  expect(timeInMessageId(id)?.at.toISOString().slice(0, 19)).toBe(at)
})

test.each([
  ['QQMail', '----=_NextPart_5FC25F0F_1018E510_401423E0', '2020-11-28T14:30:39'],
  ['Alimail', '----=ALIBOUNDARY_524_7f4261726700_685628d4_bd08f', '2025-06-21T03:36:52'],
  ['Gmail', '00000000000055fd0e05b36f3bcc', '2020-11-06T12:20:09'],
  ['Microsoft Outlook', '----=_NextPart_000_0D48_01CE140D.19527DD0', '2013-02-26T10:36:13'],
  ['Java Mail, Coremail', '----=_Part_3532716_1471051372.1613437026471', '2021-02-16T00:57:06'],
  ['Swift Mailer', '_=_swift_1598163000_ca765d714ac11f4b53a5a1a6460bad06_=_', '2020-08-23T06:10:00'],
])('%s writes its time into a boundary', (generator, boundary, at) => {
  expect(timeInBoundary(boundary)?.generator).toBe(generator)
  expect(timeInBoundary(boundary)?.at.toISOString().slice(0, 19)).toBe(at)
})

test.each([
  'tencent_38E67FAD4AE4912BC07DF5BB59F6267A1F09@qq.com',
  'CAPacwgw9P=oxVx+D+N6PUjMPotK+m9t0pncPzY6aK7V4P61_og@mail.gmail.com',
  'C6877778-B292-40DC-A93A-4DE108441876@zone.ee',
  '20209999999999.1@x',
  'x'.repeat(10_000),
])('what no known program writes holds no time: %.40s', (id) => {
  expect(timeInMessageId(id)).toBeNull()
})

test.each([
  'Apple-Mail=_F1CA573B-BCF5-4EF8-9669-10092D971828',
  'Apple-Mail-12-196940926',
  '----=_001_NextPart451085306636_=----',
])('random boundaries hold no time: %s', (boundary) => expect(timeInBoundary(boundary)).toBeNull())

test('a thread index tells when the conversation began, in its older form when the last answer was written', () => {
  const began = timeInThreadIndex('AQHTXFWT3T6z7C8m9k2GE+t0ZVEeeQ==')
  expect(began?.toISOString().slice(0, 19)).toBe('2017-11-13T08:01:13') // of a message dated that very second
  const answered = timeInThreadIndex('AcLOVWAxnvGEuDtXRdO/mL5A7qeYhACT5bXw')
  expect(answered?.toISOString().slice(0, 19)).toBe('2003-02-10T01:37:25') // of one dated eleven minutes later
  expect(timeInThreadIndex('')).toBeNull()
  expect(timeInThreadIndex('x'.repeat(40))).toBeNull()
})
