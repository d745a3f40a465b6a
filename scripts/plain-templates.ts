import { type Plugin, parseAst } from 'vite'

/** What a template that is written raw is to be instead, from one UTF-16 position of the script to another. */
interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * Writes templates with `String.raw` as plain ones that say the same: what stands raw in a script cannot be escaped,
 * and one character beyond Latin-1 has the browser keep the whole script at two bytes a character.
 */
export function plainTemplates(): Plugin {
  return {
    name: 'plain-templates',
    apply: 'build',
    // Behind what turns TypeScript into JavaScript.
    enforce: 'post',
    transform: (code) => (code.includes('String.raw') ? { code: withPlainTemplates(code), map: null } : null),
  }
}

/** A script with plain templates for raw ones. */
export function withPlainTemplates(code: string): string {
  const found: Replacement[] = []
  look(parseAst(code), found)
  let plain = code
  for (const { start, end, text } of found.sort((a, b) => b.start - a.start)) {
    plain = plain.slice(0, start) + text + plain.slice(end)
  }
  return plain
}

/** Finds the raw templates in a syntax tree (ESTree), also those that stand within others. */
function look(node: unknown, found: Replacement[]): void {
  if (typeof node !== 'object' || node === null) return
  if (isRawTemplate(node)) {
    found.push({ start: node.tag.start, end: node.tag.end, text: '' })
    for (const { start, end, value } of node.quasi.quasis) found.push({ start, end, text: escaped(value.raw) })
  }
  for (const child of Object.values(node)) look(child, found)
}

/** The words of a template that are read as they stand, for one in which backslashes escape. */
function escaped(raw: string): string {
  return raw.replace(/\\|`|\$\{/gu, '\\$&')
}

interface RawTemplate {
  readonly tag: { readonly start: number; readonly end: number }
  readonly quasi: {
    readonly quasis: readonly {
      readonly start: number
      readonly end: number
      readonly value: { readonly raw: string }
    }[]
  }
}

function isRawTemplate(node: object): node is RawTemplate {
  if (!('type' in node) || node.type !== 'TaggedTemplateExpression' || !('tag' in node)) return false
  const { tag } = node as { readonly tag: Readonly<Record<string, { readonly name?: string }>> }
  return tag['object']?.name === 'String' && tag['property']?.name === 'raw'
}
