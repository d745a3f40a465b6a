import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const FORMS: readonly (readonly [string, (name: string, minute: number) => string])[] = [
  ['a dash and the day in words', (name, minute) => `${name} — Today at 10:${minute}\n`],
  ['a dash and the date', (name, minute) => `${name} — 04/12/2024 10:${minute} AM\n`],
  ['wide blanks and the time', (name, minute) => `${name}  10:${minute} AM\n`],
  ['the date in brackets behind a comma', (name, minute) => `${name}, [12.04.2024 10:${minute}]\n`],
  ['the date and the seconds', (name, minute) => `${name} 2024-01-02 10:${minute}:22\n`],
  ['the date before the name, a number behind it', (name, minute) => `2024-01-02 10:${minute}:22 ${name}(12345)\n`],
  ['the date in brackets before the name', (name, minute) => `[12/04/24, 10:${minute}:05] ${name}: `],
  ['the date and a dash before the name', (name, minute) => `12/04/24, 10:${minute} - ${name}: `],
  ['the name of the month in brackets before the name', (name, minute) => `[Apr 12, 2024 10:${minute}] ${name}: `],
  ['day and time of a machine before the name', (name, minute) => `2024-04-12T10:${minute}:02Z ${name}: `],
  ['the name of the month behind the name', (name, minute) => `${name} - 12 April 2024 10:${minute}\n`],
  ['the time in brackets before the name', (name, minute) => `[10:${minute}] ${name}: `],
]
const MESSAGES = ['did anybody read the draft?', 'yes, I did. it is fine', 'good, then we send it']

describe('exports of chats', () => {
  it.each(FORMS)('%s', (_, head) => {
    for (const [one, other] of [
      ['Mira', 'Jonas'],
      ['小美', '小刚'],
    ] as const) {
      for (const gap of ['\n', '\n\n']) {
        const text = MESSAGES.map((words, k) => `${head(k % 2 === 0 ? one : other, 14 + k)}${words}${gap}`).join('')
        expect(readTranscript(text).turns.map(({ speaker }) => speaker)).toEqual([one, other, one])
      }
    }
  })

  it('finds nobody in the log of a program', () => {
    const text =
      '[10:00:01] INFO: reading the file\n[10:00:02] ERROR: cannot read it, is it yours?\n[10:00:03] INFO: we stop here\n[10:00:04] ERROR: stopped\n'
    expect(readTranscript(text).turns).toEqual([])
    const services =
      '[10:00:01] server: listening on 80\n[10:00:02] worker: started\n[10:00:03] server: request for /\n[10:00:04] worker: done\n'
    expect(readTranscript(services).turns).toEqual([])
  })
})
