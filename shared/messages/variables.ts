import type { Messages } from './message.ts'

/** The table of the sources' variables. */
export const variableMessages = {
  'act.setVariables_one': { zh: '填写变量“{{name}}”', en: 'Fill in variable “{{name}}”' },
  'act.setVariables_other': {
    zh: '填写变量“{{name}}”等（{{count}} 份文稿）',
    en: 'Fill in variable “{{name}}” and others ({{count}} documents)',
  },
  'command.editVariables': { zh: '文稿变量…', en: 'Document Variables…' },
  'variables.title': { zh: '文稿变量', en: 'Document variables' },
  'variables.hint': {
    zh: '日期、地点、媒体等，随编码一起导出。可从电子表格中粘贴多格；清空即删除。',
    en: 'Date, place, outlet and the like; exported with the codings. Several cells can be pasted from a spreadsheet; an empty cell says nothing.',
  },
  'variables.source': { zh: '文稿', en: 'Document' },
  'variables.add': { zh: '新增变量', en: 'Add a variable' },
  'variables.name': { zh: '变量名', en: 'Name of the variable' },
  'variables.rename': { zh: '“{{name}}”改名', en: 'Rename “{{name}}”' },
  'variables.remove': { zh: '删除变量“{{name}}”', en: 'Delete variable “{{name}}”' },
  'variables.cell': { zh: '“{{source}}”的{{name}}', en: '{{name}} of “{{source}}”' },
  'variables.leftOut_one': {
    zh: '粘贴的内容超出表格，有 {{count}} 格未填入。',
    en: '{{count}} pasted cell lies beyond the table and was left out.',
  },
  'variables.leftOut_other': {
    zh: '粘贴的内容超出表格，有 {{count}} 格未填入。',
    en: '{{count}} pasted cells lie beyond the table and were left out.',
  },
  'refusal.variableTaken': { zh: '已有变量“{{name}}”。', en: 'There is already a variable “{{name}}”.' },
  'variables.pattern': { zh: '从文件名提取', en: 'From the file names' },
  'variables.patternHint': {
    zh: '变量写在花括号里，例如 {日期}_{媒体}；* 表示不保留的文字。',
    en: 'Variables stand in braces, for instance {date}_{outlet}; * is text that is not kept.',
  },
  'variables.patternExample': { zh: '{日期}_{媒体}', en: '{date}_{outlet}' },
  'variables.fits': { zh: '{{count}} / {{all}} 个文件名符合', en: '{{count}} of {{all}} file names fit' },
  'variables.replaces_one': {
    zh: '填入时会替换 {{count}} 个已有的值。',
    en: 'Filling them in replaces {{count}} value that is there.',
  },
  'variables.replaces_other': {
    zh: '填入时会替换 {{count}} 个已有的值。',
    en: 'Filling them in replaces {{count}} values that are there.',
  },
  'variables.fill': { zh: '填入', en: 'Fill in' },
  'variables.fault.no-variables': { zh: '还没有变量。', en: 'There is no variable yet.' },
  'variables.fault.unclosed': { zh: '花括号没有配对。', en: 'A brace has no partner.' },
  'variables.fault.nameless': { zh: '花括号里要有变量名。', en: 'A variable needs a name between its braces.' },
  'variables.fault.twice': { zh: '同一变量出现了两次。', en: 'A variable stands there twice.' },
  'variables.fault.adjacent': { zh: '两个变量之间要有其他文字。', en: 'Two variables need something between them.' },
} satisfies Messages
