import { ListItemNode, ListNode, registerList } from '@lexical/list'
import { HeadingNode, QuoteNode } from '@lexical/rich-text'
import fc from 'fast-check'
import { createEditor, type LexicalEditor } from 'lexical'
import { expect, test } from 'vitest'
import { normalRichText, type RichText } from '#shared/model/rich-text.ts'
import { anyRichText } from '#shared/testing/any-rich-text.ts'
import { RecordLinkNode } from './record-link-node.ts'
import { $readRichText, $writeRichText } from './rich-text-nodes.ts'

function editor(): LexicalEditor {
  const made = createEditor({
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, RecordLinkNode],
    onError: (error) => {
      throw error
    },
  })
  registerList(made)
  return made
}

function throughEditor(text: RichText, made: LexicalEditor = editor()): RichText {
  made.update(() => $writeRichText(text), { discrete: true })
  return made.read($readRichText)
}

test('what is written into the editor is read from it again', () => {
  fc.assert(
    fc.property(anyRichText, (text) => {
      expect(throughEditor(text)).toEqual(normalRichText(text))
    }),
  )
})

test('what stands in the editor survives as its own stored form', () => {
  fc.assert(
    fc.property(anyRichText, (text) => {
      const first = editor()
      throughEditor(text, first)
      const second = editor()
      second.setEditorState(second.parseEditorState(JSON.stringify(first.getEditorState())))
      expect(second.read($readRichText)).toEqual(normalRichText(text))
    }),
  )
})

test('a text replaces the one before it', () => {
  const made = editor()
  throughEditor([{ kind: 'bullet', level: 0, runs: [{ text: 'old' }] }], made)
  expect(throughEditor([{ kind: 'paragraph', level: 0, runs: [] }], made)).toEqual([
    { kind: 'paragraph', level: 0, runs: [] },
  ])
})
