import type { Messages } from './message.ts'

/** What only the main process shows: system dialogs, the about box, and troubles that keep the page from speaking. */
export const mainMessages = {
  'main.about': { zh: '离线阅读、编码和导出文稿。', en: 'Read, code and export transcripts, offline.' },
  'main.open.title': { zh: '打开文稿', en: 'Open Documents' },
  'main.openFolder.title': { zh: '打开文件夹', en: 'Open a Folder' },
  'main.open.transcripts': { zh: '文稿', en: 'Transcripts' },
  'main.open.all': { zh: '所有文件', en: 'All files' },
  'main.save.title': { zh: '导出 CSV', en: 'Export CSV' },
  'main.save.keys': { zh: '保存按键一览', en: 'Save the List of Keys' },
  'main.save.csv': { zh: 'CSV 表格', en: 'CSV table' },
  'main.closing.exporting': { zh: '导出尚未完成。', en: 'The export is not finished.' },
  'main.closing.exportingDetail': {
    zh: '如果现在关闭窗口，“{{file}}”将不会写出；原有文件未被改动。',
    en: 'If the window is closed now, “{{file}}” will not be written; what was there before is unchanged.',
  },
  'main.closing.goOn': { zh: '继续导出', en: 'Go On Exporting' },
  'main.closing.giveUp': { zh: '放弃导出并关闭', en: 'Give It Up and Close' },
  'main.closing.importing': { zh: '导入尚未完成。', en: 'The import is not finished.' },
  'main.closing.importingDetail': {
    zh: '如果现在关闭窗口，已导入的文稿保留，其余文件不会导入；之后可以再次选择同一文件夹，已有的不会重复导入。',
    en: 'If the window is closed now, what is imported stays and the other files are left out. Choose the same files again later: nothing is imported twice.',
  },
  'main.closing.goOnImporting': { zh: '继续导入', en: 'Go On Importing' },
  'main.closing.stopImporting': { zh: '停止导入并关闭', en: 'Stop It and Close' },
  'main.failure.noPermission': {
    zh: '该文件为只读，或您无权写入此文件夹。原有文件未被改动。',
    en: 'The file is read-only, or you may not write in this folder. What was there before is unchanged.',
  },
  'main.failure.inUse': {
    zh: '该文件正被其他程序使用。请先关闭它再试。原有文件未被改动。',
    en: 'Another program has the file open. Close it there and try again. What was there before is unchanged.',
  },
  'main.failure.diskFull': {
    zh: '磁盘空间不足。原有文件未被改动。',
    en: 'The disk is full. What was there before is unchanged.',
  },
  'main.failure.noFolder': { zh: '该文件夹已不存在。', en: 'The folder is no longer there.' },
  'main.failure.isFolder': { zh: '已有同名的文件夹。', en: 'There is a folder of that name.' },
  'main.trouble.load': { zh: 'Lectern 的界面未能打开。', en: 'Lectern could not show its window.' },
  'main.trouble.gone': { zh: 'Lectern 的界面意外停止。', en: "Lectern's window has stopped unexpectedly." },
  'main.trouble.goneDetail': {
    zh: '此前的编码均已保存。原因：{{reason}}（{{code}}）。',
    en: 'Everything coded before is saved. Reason: {{reason}} ({{code}}).',
  },
  'main.trouble.hangs': { zh: 'Lectern 没有响应。', en: 'Lectern is not responding.' },
  'main.trouble.hangsDetail': {
    zh: '可以继续等待，或重新载入；此前的编码均已保存。',
    en: 'You can wait, or load the window again; everything coded before is saved.',
  },
  'main.trouble.start': { zh: 'Lectern 未能启动。', en: 'Lectern could not start.' },
  'main.trouble.reload': { zh: '重新载入', en: 'Load Again' },
  'main.trouble.wait': { zh: '继续等待', en: 'Wait' },
  'main.trouble.close': { zh: '关闭窗口', en: 'Close Window' },
} satisfies Messages
