import { describe, expect, it } from 'vitest'
import { run, toolPath, whyItFailed } from './run-process.ts'

const node = (script: string, timeLimit = 20_000) => run(process.execPath, ['-e', script], { timeLimit, capture: true })

describe('run', () => {
  it('keeps the output and the exit code', async () => {
    expect(await node('console.log("a"); console.error("b"); process.exitCode = 3')).toEqual({
      code: 3,
      reason: 'exit',
      output: expect.stringMatching(/a\nb|b\na/),
    })
  })

  it('ends what takes too long, together with what it started', async () => {
    const nested = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`
    const ended = await node(`${nested}; setInterval(() => {}, 1000)`, 500)
    expect(ended.reason).toBe('took-too-long')
    expect(whyItFailed('It', ended)).toBe('It took too long and was ended.')
  })

  it('says that there is no such program', async () => {
    const ended = await run('no-such-program-anywhere', [], { timeLimit: 1000, capture: true })
    expect(ended.reason).toBe('not-found')
  })
})

describe('toolPath', () => {
  it('finds the command of a package and tells when it is not installed', () => {
    expect(toolPath('typescript', 'tsc')).toMatch(/bin.tsc$/)
    expect(() => toolPath('no-such-package')).toThrow('npm ci')
  })
})
