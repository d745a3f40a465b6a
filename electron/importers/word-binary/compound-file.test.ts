import { describe, expect, it } from 'vitest'
import { openCompoundFile } from './compound-file.ts'
import { compoundFile } from './test-files.ts'

const bytesOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7) % 251)

describe('openCompoundFile', () => {
  it('reads streams of all sizes at the top', () => {
    const streams = {
      Empty: bytesOf(0),
      Tiny: bytesOf(3),
      Small: bytesOf(4095),
      Large: bytesOf(4096),
      Larger: bytesOf(100_001),
    }
    const file = openCompoundFile(compoundFile(streams))
    expect(file?.names).toEqual(Object.keys(streams))
    for (const [name, bytes] of Object.entries(streams)) expect(file?.read(name)).toEqual(bytes)
    expect(file?.read('Absent')).toBeNull()
  })

  it('reads what is left of a file that was cut off', () => {
    const file = openCompoundFile(compoundFile({ Large: bytesOf(100_000) }).subarray(0, 50_000))
    expect(file === null || (file.read('Large')?.length ?? 0) <= 50_000).toBe(true)
  })

  it('refuses what is no compound file', () => {
    expect(openCompoundFile(new Uint8Array(0))).toBeNull()
    expect(openCompoundFile(bytesOf(5000))).toBeNull()
  })

  it('ends with chains that run in circles, sizes that are not true and trees that lead back', () => {
    const bytes = compoundFile({ One: bytesOf(20_000), Two: bytesOf(5000) })
    const view = new DataView(bytes.buffer)
    const table = (view.getUint32(76, true) + 1) * 512
    const directory = (view.getUint32(48, true) + 1) * 512
    view.setUint32(table, 5, true)
    view.setUint32(table + 5 * 4, 0, true)
    view.setUint32(directory + 128 + 120, 0xffffffff, true)
    view.setUint32(directory + 2 * 128 + 68, 1, true)
    view.setUint32(68, 3, true)
    view.setUint32(72, 0xffffffff, true)
    const file = openCompoundFile(bytes)
    expect(file?.names).toEqual(['One', 'Two'])
    expect(file?.read('One')?.length ?? 0).toBeLessThanOrEqual(bytes.length)
  })
})
