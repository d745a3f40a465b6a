import { runInThisContext } from 'node:vm'
import { expect, test } from 'vitest'
import { withPlainTemplates } from './plain-templates.ts'

/** `@` stands for what begins a place in a template. */
test.each([
  'String.raw`\\s*[：，]\\d@{"x"}$`',
  'String.raw`a@{String.raw`\\w@{1 + 1}’`}\\`\\@{b}`',
  'String.raw`𝒂\\u{1d44e}@{"𝒂"}：` + `：\\u4e00`',
  'String.raw`line\\\nline`',
  '`@{String.raw`$`}{` + "String.raw`\\\\s`"',
])('%s is the same, without anything raw', (words) => {
  const expression = words.replaceAll('@', '$')
  const plain = withPlainTemplates(expression)
  expect(runInThisContext(plain)).toBe(runInThisContext(expression))
  expect(plain).not.toMatch(/^String\.raw/u)
})
