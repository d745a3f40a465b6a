import type { Messages } from './message.ts'

/** Seeing what is coded: overlap, the filter, the strip that shows the whole document. */
export const seeingMessages = {
  'command.chooseCoding': { zh: '选择此处的编码…', en: 'Choose among Codings Here…' },
  'command.filterCodings': { zh: '筛选编码…', en: 'Filter Codings…' },
  'command.clearFilter': { zh: '清除筛选', en: 'Clear the Filter' },
  'notice.filterCleared': { zh: '已清除筛选，显示全部编码。', en: 'The filter is cleared; all codings are shown.' },
  'choice.title': { zh: '此处的编码', en: 'Codings here' },
  'choice.help': { zh: '↑↓ 选择，回车取用，Esc 关闭', en: '↑↓ to choose, Enter to take, Esc to close' },
  'here.label': { zh: '此处的编码', en: 'Codings here' },
  'filter.title': { zh: '筛选编码', en: 'Filter of codings' },
  'filter.search': { zh: '只显示：代码、代码集、编码员、发言人', en: 'Show only: code, set, coder, speaker' },
  'filter.shown': { zh: '显示 {{shown}} / {{count}} 处编码', en: '{{shown}} of {{count}} codings shown' },
  'filter.heldIsHidden': { zh: '手中的编码不在其中', en: 'the coding in hand is not among them' },
  'filter.clear': { zh: '清除筛选', en: 'Clear' },
  'filter.remove': { zh: '不再筛选“{{name}}”', en: 'No longer ask for “{{name}}”' },
  'filter.codes': { zh: '代码', en: 'Codes' },
  'filter.codeSets': { zh: '代码集', en: 'Code sets' },
  'filter.coders': { zh: '编码员', en: 'Coders' },
  'filter.speakers': { zh: '发言人', en: 'Speakers' },
  'filter.nothing': { zh: '没有相符的。', en: 'Nothing fits.' },
  'filter.more': { zh: '另有 {{count}} 项，请继续输入。', en: '{{count}} more; type on.' },
  'heat.label': {
    zh: '全文编码分布：{{count}} 处编码。点击可前往。',
    en: 'Where codings stand in the whole document: {{count}}. Click to go there.',
  },
} satisfies Messages
