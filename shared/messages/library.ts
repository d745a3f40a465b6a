import type { Messages } from './message.ts'

/** The library: the documents of a project, their groups, their bin; and the list of projects. */
export const libraryMessages = {
  'command.showLibrary': { zh: '文稿库…', en: 'Library of Documents…' },

  'act.groupSources_one': { zh: '把“{{source}}”归入“{{group}}”', en: 'Put “{{source}}” in group “{{group}}”' },
  'act.groupSources_other': {
    zh: '把 {{count}} 份文稿归入“{{group}}”',
    en: 'Put {{count}} documents in group “{{group}}”',
  },
  'act.ungroupSources_one': { zh: '把“{{source}}”移出分组', en: 'Take “{{source}}” out of its group' },
  'act.ungroupSources_other': { zh: '把 {{count}} 份文稿移出分组', en: 'Take {{count}} documents out of their groups' },
  'act.renameGroup_one': { zh: '分组“{{from}}”改名为“{{to}}”', en: 'Rename group “{{from}}” to “{{to}}”' },
  'act.renameGroup_other': { zh: '分组“{{from}}”改名为“{{to}}”', en: 'Rename group “{{from}}” to “{{to}}”' },
  'act.archiveSources_one': { zh: '归档“{{source}}”', en: 'Archive “{{source}}”' },
  'act.archiveSources_other': { zh: '归档 {{count}} 份文稿', en: 'Archive {{count}} documents' },
  'act.unarchiveSources_one': { zh: '取消归档“{{source}}”', en: 'Bring “{{source}}” back from the archive' },
  'act.unarchiveSources_other': {
    zh: '取消归档 {{count}} 份文稿',
    en: 'Bring {{count}} documents back from the archive',
  },
  'act.binSources_one': { zh: '把“{{source}}”放入回收站', en: 'Put “{{source}}” in the bin' },
  'act.binSources_other': { zh: '把 {{count}} 份文稿放入回收站', en: 'Put {{count}} documents in the bin' },
  'act.restoreSources_one': { zh: '从回收站恢复“{{source}}”', en: 'Restore “{{source}}” from the bin' },
  'act.restoreSources_other': { zh: '从回收站恢复 {{count}} 份文稿', en: 'Restore {{count}} documents from the bin' },
  'act.removeSources_one': {
    zh: '移除“{{source}}”（编码 {{codings}} 处）',
    en: 'Remove “{{source}}” (codings: {{codings}})',
  },
  'act.removeSources_other': {
    zh: '移除 {{count}} 份文稿（编码 {{codings}} 处）',
    en: 'Remove {{count}} documents (codings: {{codings}})',
  },
  'act.duplicateSource': { zh: '复制文稿“{{source}}”', en: 'Duplicate “{{source}}”' },
  'refusal.noSources': { zh: '没有选中文稿。', en: 'No document is chosen.' },
} satisfies Messages
