import { expect, it } from 'vitest'
import { suggestedFileName } from './file-names.ts'

it.each([
  ['记者会.csv', '记者会.csv'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['a:b?c*"<>|\n.csv', 'a_b_c______.csv'],
  ['C:\\Windows\\x.csv', 'C__Windows_x.csv'],
  ['  talk. ', 'talk'],
  ['..', 'codings.csv'],
  ['', 'codings.csv'],
])('suggests for %j the name %j', (name, safe) => {
  expect(suggestedFileName(name)).toBe(safe)
})
