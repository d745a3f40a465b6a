import { describe, expect, it } from 'vitest'
import { missingOptional } from './check-lock.ts'

describe('missingOptional', () => {
  const parent = { optionalDependencies: { '@x/linux-x64': '1.0.0', '@x/win32-x64': '1.0.0' } }

  it('finds what the registry lacked when the lock was made', () => {
    expect(missingOptional({ 'node_modules/x': parent, 'node_modules/@x/linux-x64': {} })).toEqual([
      'node_modules/x names @x/win32-x64@1.0.0, which the lockfile lacks',
    ])
  })

  it('looks beside the package, inside it and above it', () => {
    const entries = {
      'node_modules/a/node_modules/x': parent,
      'node_modules/a/node_modules/@x/linux-x64': {},
      'node_modules/a/node_modules/x/node_modules/@x/win32-x64': {},
    }
    expect(missingOptional(entries)).toEqual([])
    expect(
      missingOptional({ 'node_modules/@y/a/node_modules/x': parent, 'node_modules/@x/linux-x64': {} }),
    ).toHaveLength(1)
  })
})
