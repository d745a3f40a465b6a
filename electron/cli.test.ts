import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'lectern-cli-'))
const repository = fileURLToPath(new URL('..', import.meta.url))
afterAll(() => rmSync(folder, { recursive: true }))

function lectern(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'electron/cli.ts', ...args], {
    cwd: repository,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('lectern inspect', () => {
  it('prints what it sees as JSON', () => {
    const { status, stdout, stderr } = lectern('inspect', write('talk.txt', '问：😀新桥何时通车？\r\n答：下个月。\r\n'))
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const report = JSON.parse(stdout)
    expect(Object.keys(report)).toEqual([
      'format',
      'source',
      'text',
      'reading',
      'turns',
      'exchanges',
      'setAside',
      'warnings',
    ])
    expect(report.source).toMatchObject({
      fileName: 'talk.txt',
      encoding: 'utf-8',
      lineEnds: 'crlf',
      title: 'talk',
      bytes: 53,
    })
    expect(report.text).toBe('问：😀新桥何时通车？\n答：下个月。\n')
    expect(report.turns[1]).toEqual({
      index: 1,
      speaker: '答',
      label: '答：',
      role: 'answer',
      start: 11,
      end: 17,
      line: 2,
      time: null,
      paragraphs: ['下个月。'],
    })
  })

  it('decodes as told', () => {
    const path = write('latin.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9))
    expect(JSON.parse(lectern('inspect', path, '--encoding', 'latin1').stdout).text).toBe('café')
  })

  it('takes any name that an encoding goes by, its own reports among them', () => {
    const units = Uint32Array.from('问：好？', (character) => character.codePointAt(0) ?? 0)
    const wide = write('wide.txt', new Uint8Array(units.buffer))
    const report = JSON.parse(lectern('inspect', wide, '--encoding', 'utf-32le').stdout)
    expect(report).toMatchObject({ text: '问：好？', source: { encoding: 'utf-32le' } })
    const chinese = write('chinese.txt', Uint8Array.of(0xce, 0xca, 0xa3, 0xba))
    expect(JSON.parse(lectern('inspect', chinese, '--encoding', 'cp936').stdout).text).toBe('问：')
  })

  it.each([
    ['a missing file', () => [join(folder, 'none.txt')], 'no such file'],
    ['a folder', () => [folder], 'folder'],
    ['an empty file', () => [write('empty.txt', '')], 'empty'],
    ['a broken PDF', () => [write('a.pdf', '%PDF-1.7')], 'damaged'],
    ['a picture', () => [write('a.txt', 'GIF89a')], 'GIF'],
    ['an unknown encoding', () => [write('b.txt', 'b'), '--encoding', 'klingon'], 'klingon'],
  ])('says in one line what is wrong with %s', (_, args, words) => {
    const { status, stdout, stderr } = lectern('inspect', ...args())
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain(words)
  })

  it.each([
    [[]],
    [['inspect']],
    [['inspect', '-']],
    [['inspect', 'a', 'b']],
    [['inspect', 'a', '--colour']],
    [['sing']],
  ])('refuses %j', (args) => {
    const { status, stdout, stderr } = lectern(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('usage:')
  })
})
