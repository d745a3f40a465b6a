import type { Messages } from './message.ts'

/** What is said once, after something was done or could not be. */
export const noticeMessages = {
  'notice.undone': { zh: '已撤销：{{act}}', en: 'Undone: {{act}}' },
  'notice.undoneIn': { zh: '已在“{{source}}”中撤销：{{act}}', en: 'Undone in “{{source}}”: {{act}}' },
  'notice.redoneIn': { zh: '已在“{{source}}”中重做：{{act}}', en: 'Redone in “{{source}}”: {{act}}' },
  'notice.redone': { zh: '已重做：{{act}}', en: 'Redone: {{act}}' },
  'notice.nothingToUndo': { zh: '没有可撤销的操作。', en: 'There is nothing to undo.' },
  'notice.nothingToRedo': { zh: '没有可重做的操作。', en: 'There is nothing to redo.' },
  'notice.notSaved': {
    zh: '未能保存，没有任何改动：{{detail}}',
    en: 'It could not be saved, and nothing has changed: {{detail}}',
  },
  'notice.selectFirst': { zh: '请先选取一段文字。', en: 'Select a passage first.' },
  'notice.noCodingHere': { zh: '此处没有编码。', en: 'There is no coding here.' },
  'notice.noNextCoding': { zh: '后面没有编码了。', en: 'There is no coding further on.' },
  'notice.noPreviousCoding': { zh: '前面没有编码了。', en: 'There is no coding before this.' },
  'notice.noMoreTurns': { zh: '没有更多话轮了。', en: 'There is no further turn.' },
  'notice.nothingHere': { zh: '此处没有可选的文字。', en: 'There is nothing to select here.' },
  'notice.alreadyThere': {
    zh: '“{{file}}”已在项目中，没有重复导入。',
    en: '“{{file}}” is in the project already and was not imported twice.',
  },
  'notice.undecodable_one': {
    zh: '有 {{count}} 处无法按 {{encoding}} 解码，以 � 标出。',
    en: '{{count}} place could not be decoded as {{encoding}} and is shown as �.',
  },
  'notice.undecodable_other': {
    zh: '有 {{count}} 处无法按 {{encoding}} 解码，以 � 标出。',
    en: '{{count}} places could not be decoded as {{encoding}} and are shown as �.',
  },
  'notice.exported_one': { zh: '已导出 {{count}} 行到 {{path}}', en: 'Exported {{count}} row to {{path}}' },
  'notice.exported_other': { zh: '已导出 {{count}} 行到 {{path}}', en: 'Exported {{count}} rows to {{path}}' },
  'notice.exportFailed': {
    zh: '未能导出。{{detail}}',
    en: 'The export failed. {{detail}}',
  },
  'notice.mismatch_one': {
    zh: '有 {{count}} 处编码与原文不符，未作改动，请检查。',
    en: '{{count}} coding does not match its text. Nothing was changed; please look at it.',
  },
  'notice.mismatch_other': {
    zh: '有 {{count}} 处编码与原文不符，未作改动，请检查。',
    en: '{{count}} codings do not match their text. Nothing was changed; please look at them.',
  },
  'busy.opening': { zh: '正在打开…', en: 'Opening…' },
} satisfies Messages
