import { expect, it } from 'vitest'
import { readPlainText } from '#electron/importers/plain-text.ts'

const NO_CHOICE = { encoding: null } as Parameters<typeof readPlainText>[1]

it('refuses random bytes', () => {
  let state = 1
  for (let run = 0; run < 50; run++) {
    const bytes = Uint8Array.from({ length: 1500 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state >>> 24
    })
    bytes[7] = 0
    expect(readPlainText(bytes, NO_CHOICE).kind).toBe('failed')
  }
})

it('refuses floating-point numbers as programs write them', () => {
  const floats = new Uint8Array(Float64Array.from({ length: 500 }, (_, at) => Math.sqrt(at)).buffer)
  expect(readPlainText(floats, NO_CHOICE).kind).toBe('failed')
})
