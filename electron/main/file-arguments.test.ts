import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fileArguments } from './file-arguments.ts'

const folder = resolve('/home/ada/talks')
const at = (name: string): string => resolve(folder, name)

describe('fileArguments', () => {
  it('takes the names after the program, as absolute paths', () => {
    expect(fileArguments(['lectern', 'a.txt', '../b.md'], folder, true)).toEqual([at('a.txt'), at('../b.md')])
  })

  it('leaves out the folder that Electron was told to run', () => {
    expect(fileArguments(['electron', '--no-sandbox', '.', 'a.txt'], folder, false)).toEqual([at('a.txt')])
    expect(fileArguments(['electron', '.'], folder, false)).toEqual([])
    expect(fileArguments(['electron'], folder, false)).toEqual([])
  })

  it('leaves out switches and their values', () => {
    const argv = ['electron', '-r', 'loader.cjs', '--inspect=0', '--remote-debugging-port=0', '.', '--lang=zh', 'a.txt']
    expect(fileArguments(argv, folder, false)).toEqual([at('a.txt')])
  })

  it('takes everything after a double hyphen for names', () => {
    expect(fileArguments(['lectern', '--', '-a.txt', '--b'], folder, true)).toEqual([at('-a.txt'), at('--b')])
  })

  it('takes spaces and Chinese as they are', () => {
    expect(fileArguments(['lectern', '记者会 一.txt', ''], folder, true)).toEqual([at('记者会 一.txt')])
  })
})
