import { describe, expect, it } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const SAID = ['What brought you here?', 'My brother did.', 'And your sister?', 'She left for Spain.']

/** Each: what it is, its first row or '', and what stands beside the name in row `k`, before and behind it. */
const TABLES: readonly (readonly [
  what: string,
  head: string,
  row: (name: string, k: number, said: string) => string,
])[] = [
  ['times between who speaks and what is said', '', (name, k, said) => `${name}\t00:00:1${k}\t${said}`],
  ['stretches of time there', '', (name, k, said) => `${name}\t0:1${k} - 0:1${k + 1}\t${said}`],
  ['times there, with a first row', 'Speaker\tTime\tText', (name, k, said) => `${name}\t00:00:1${k}\t${said}`],
  ['numbers there, with a first row', 'Name\tTurn\tText', (name, k, said) => `${name}\t${k}\t${said}`],
  ['times before', '', (name, k, said) => `00:00:1${k}\t${name}\t${said}`],
]

describe('tables', () => {
  it.each(TABLES)('with %s', (_, head, row) => {
    const rows = SAID.map((said, k) => row(k % 2 === 0 ? 'INT' : 'P07', k, said))
    const text = `${[...(head === '' ? [] : [head]), ...rows].join('\n')}\n`
    const { turns, blocks } = readTranscript(text)
    expect(turns.map(({ speaker }) => speaker)).toEqual(['INT', 'P07', 'INT', 'P07'])
    expect(blocks.filter(({ kind }) => kind === 'paragraph').map((block) => block.text)).toEqual(SAID)
  })
})
