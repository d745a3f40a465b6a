import type { Messages } from './message.ts'

/** The list of keys and its changes. */
export const keyMessages = {
  'keys.search': { zh: '查找命令或按键', en: 'Find a command or a key' },
  'keys.none': { zh: '没有这样的命令。', en: 'There is no such command.' },
  'keys.menu': { zh: '菜单', en: 'Menu' },
  'keys.command': { zh: '命令', en: 'Command' },
  'keys.anywhere': { zh: '随处可用', en: 'Anywhere' },
  'keys.inText': { zh: '光标在文稿中', en: 'In the transcript' },
  'keys.change': { zh: '更改“{{command}}”的按键（{{place}}）', en: 'Change the key of “{{command}}” ({{place}})' },
  'keys.give': { zh: '给“{{command}}”指定按键（{{place}}）', en: 'Give “{{command}}” a key ({{place}})' },
  'keys.recording': {
    zh: '按下“{{command}}”的新按键，Esc 取消',
    en: 'Press the new key of “{{command}}”, Escape to cancel',
  },
  'keys.pressNow': { zh: '请按键…', en: 'Press a key…' },
  'keys.takeAway': { zh: '不用按键', en: 'No key' },
  'keys.reset': { zh: '恢复“{{command}}”的按键', en: 'Put back the keys of “{{command}}”' },
  'keys.resetAll': { zh: '全部恢复', en: 'Put All Back' },
  'keys.import': { zh: '导入…', en: 'Import…' },
  'keys.export': { zh: '导出改动…', en: 'Export Changes…' },
  'keys.exportTable': { zh: '导出一览表…', en: 'Export the Table…' },
  'keys.foreign': { zh: '这不是按键文件，没有任何改动。', en: 'That is no file of keys. Nothing was changed.' },
  'keys.swap': { zh: '互换', en: 'Swap' },
  'keys.covers': { zh: '（优先于“{{command}}”）', en: ' (comes before “{{command}}”)' },
  'keys.conflict.types': {
    zh: '“{{key}}”用来打字，只能在光标位于文稿中时作按键。',
    en: '“{{key}}” types something: it can be a key in the transcript only.',
  },
  'keys.conflict.reserved': {
    zh: '“{{key}}”由系统或文稿本身使用。',
    en: '“{{key}}” belongs to the system or to the text.',
  },
  'keys.conflict.fixed': {
    zh: '“{{key}}”属于“{{by}}”，不可更改。',
    en: '“{{key}}” is the key of “{{by}}” and stays so.',
  },
  'keys.conflict.command': { zh: '“{{key}}”已是“{{by}}”的按键。', en: '“{{key}}” is the key of “{{by}}”.' },
  'keys.conflict.code': {
    zh: '“{{key}}”用于代码“{{by}}”。请先在代码本中改动它。',
    en: '“{{key}}” applies the code “{{by}}”. Change that in the codebook first.',
  },
  'notice.keysExported': { zh: '已把按键存到 {{path}}', en: 'The keys were saved to {{path}}' },
  'notice.keysOfCodes': {
    zh: '这个项目中，代码的按键优先：{{list}}',
    en: 'In this project keys of codes come first: {{list}}',
  },
  'notice.keyOfCode': { zh: '{{key}} 是“{{code}}”，不是“{{command}}”', en: '{{key}} is “{{code}}”, not “{{command}}”' },
} satisfies Messages
