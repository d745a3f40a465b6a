import type { Desk } from '#renderer/commands/desk.ts'
import type { Sample } from '#renderer/commands/open-sample.ts'
import en from '#samples/press-conference-en.txt?raw'
import zh from '#samples/press-conference-zh.txt?raw'
import { translatorFor } from '#shared/messages/translate.ts'

/** The program's own sample, in the interface's language. */
export function sampleFor(desk: Desk): Sample {
  const language = desk.language()
  return {
    projectName: translatorFor(language)('welcome.sampleProject'),
    fileName: language === 'zh-CN' ? '示例记者会.txt' : 'sample-press-conference.txt',
    text: language === 'zh-CN' ? zh : en,
  }
}
