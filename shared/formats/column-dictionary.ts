/**
 * The columns of the codings table in their order, each said in one line. Names are fixed, in English
 * and in snake case, whatever the language of the interface: scripts depend on them.
 */
export const COLUMN_DICTIONARY = {
  coding_id: 'Id of the coding (UUID); the same in every export of the project.',
  segment_id: 'Id of the passage (UUID); codings of one passage share it.',
  source_id: 'Id of the source (UUID).',
  source_name: 'Name of the source in the project.',
  source_file: 'Name of the file it was imported from, without its folder.',
  source_sha256: 'SHA-256 of the original file, lower-case hex.',
  family: 'Slug of the family that the code belongs to: claim, topic, rhetoric, or one of the user’s.',
  code_id: 'Id of the code (UUID).',
  code: 'Name of the code.',
  code_path: 'Names from the family down to the code, joined by " > ".',
  coder: 'Name of the person who coded.',
  created_at: 'When the coding was made, ISO 8601, UTC.',
  modified_at: 'When the coding was last changed, ISO 8601, UTC.',
  start: 'Where the passage starts in the source text, in Unicode code points from 0.',
  end: 'Where it ends, in code points; the character at this position is no longer part of it.',
  start_utf16: 'As start, counted in UTF-16 units (JavaScript, Java, C#).',
  end_utf16: 'As end, counted in UTF-16 units.',
  part: 'Which part of the passage the row is, from 1; most passages have one.',
  parts: 'How many parts the passage has; each part has its own row.',
  line_start: 'Line of the source text in which the passage starts, from 1.',
  line_end: 'Line in which its last character stands, from 1.',
  page: 'Page of the original file on which the passage starts; empty where it has none or it is not known.',
  time_start:
    'When the passage begins in the recording, h:mm:ss.mmm; else the time printed with the turn’s label; else empty.',
  time_end: 'When it ends, h:mm:ss.mmm; empty where it is not known.',
  turn: 'Number of the turn the passage starts in, from 1; empty outside of all turns.',
  speaker: 'Who speaks that turn.',
  speaker_role: 'What the turn is: question, answer, moderator or other.',
  exchange: 'Number of the exchange (questions with the answers they drew) the turn belongs to, from 1.',
  exchange_role: 'The turn’s part in the exchange: question or answer.',
  quote: 'The passage as it reads: lines joined, letter-spacing closed up, labels left out.',
  quote_raw: 'The passage exactly as it stands in the source text, from start to end.',
  context_before: 'Up to 40 characters of reading text before the passage, in the same source.',
  context_after: 'Up to 40 characters of reading text after it.',
  memo: 'The memo on the coding.',
} as const

/** The columns behind all others, which came later: those before them keep their places. */
const LAST_COLUMN_DICTIONARY = {
  part_name: 'What this part of the passage is called (thesis, antithesis); empty where it has no name.',
  links:
    'What the coding does to others: "relation:coding_id", parted by spaces; the relation is supports, attacks, answers or repeats.',
} as const

export type LastColumnName = keyof typeof LAST_COLUMN_DICTIONARY

export type ColumnName = keyof typeof COLUMN_DICTIONARY

export const COLUMN_NAMES = Object.keys(COLUMN_DICTIONARY) as readonly ColumnName[]
export const LAST_COLUMN_NAMES = Object.keys(LAST_COLUMN_DICTIONARY) as readonly LastColumnName[]
