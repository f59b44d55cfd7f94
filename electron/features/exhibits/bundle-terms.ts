import type { ExhibitSettings, ExhibitWording } from '@bridge/model/exhibit.ts'
import type { Channel } from '@bridge/model/statement.ts'
import type { Exhibit, ExhibitBundle, RecordContent } from '../../documents/kinds/exhibit-bundle/model.ts'

// The papers name a few things otherwise than the page does; each is turned into the other here and nowhere else.

export const ROLE: Record<ExhibitSettings['submitterRole'], ExhibitBundle['heading']['role']> = {
  plaintiff: 'plaintiff',
  defendant: 'defendant',
  claimant: 'applicant',
  respondent: 'respondent',
}

export const KIND: Record<ExhibitWording['kind'], Exhibit['evidenceKind']> = {
  'electronic-data': 'electronic-data',
  documentary: 'documentary',
  physical: 'physical',
  'audio-visual': 'audio-visual',
  testimony: 'witness-testimony',
  'expert-opinion': 'expert-opinion',
  'inspection-record': 'inspection-record',
  'party-statement': 'party-statement',
}

export const ORIGINALITY: Record<ExhibitWording['originality'], Exhibit['originality']> = {
  original: 'original',
  copy: 'copy',
  'copy-original-at-hearing': 'copy',
}

export const CHANNEL: Record<Channel, RecordContent['channel']> = {
  email: 'other',
  'alibaba-chat': 'platform-chat',
  'complaint-center': 'platform-chat',
  wechat: 'wechat',
  telephone: 'telephone',
  meeting: 'meeting',
  other: 'other',
}
