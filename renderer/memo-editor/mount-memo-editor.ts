import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { ListItemNode, ListNode, registerList } from '@lexical/list'
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text'
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  CLEAR_HISTORY_COMMAND,
  COMMAND_PRIORITY_HIGH,
  createEditor,
  FORMAT_TEXT_COMMAND,
  getNearestEditorFromDOMNode,
  HISTORY_MERGE_TAG,
  INDENT_CONTENT_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_SPACE_COMMAND,
  type LexicalEditor,
  OUTDENT_CONTENT_COMMAND,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  TextNode,
  UNDO_COMMAND,
} from 'lexical'
import type { BlockKind, RichText, TextLink } from '#shared/model/rich-text.ts'
import { $caretPath, $goToCaretPath } from './caret-path.ts'
import { keepToModel } from './keep-to-model.ts'
import { $linkHere, $looksHere, $toggleBlocks, type Looks } from './looks.ts'
import { linkOfElement, RecordLinkNode } from './record-link-node.ts'
import { $readRichText, $writeRichText } from './rich-text-nodes.ts'
import { $linkOpenerBefore, $takesBlockSign } from './typing.ts'

export interface MemoEditorEvents {
  /** Something was typed, lent a look or taken back in the field. */
  readonly onChange: () => void
  readonly onLooks: (looks: Looks) => void
  /** Somebody follows a link. */
  readonly onFollow: (link: TextLink) => void
  /** A link is asked for; `typed` characters before the cursor asked for it and give way to it. */
  readonly onAskLink: (typed: number) => void
  readonly onEscape: () => void
}

/** One memo in the hands of somebody who writes it. */
export interface MemoEditor {
  readonly read: () => RichText
  /** Shows another text, that was written elsewhere; the cursor stays about where it was. */
  readonly show: (text: RichText) => void
  readonly toggleLook: (look: 'bold' | 'italic') => void
  readonly toggleBlocks: (kind: Exclude<BlockKind, 'paragraph'>) => void
  /** Links what is selected, or `words` where nothing is; `typed` characters before them go. */
  readonly insertLink: (link: TextLink, words: string, typed: number) => void
  readonly focus: () => void
  readonly dispose: () => void
}

const HISTORY_STEP = 400
/** Marks what was not typed in this field. */
const FROM_ELSEWHERE = 'from-elsewhere'

/** Makes an element the field in which a memo is written. */
export function mountMemoEditor(root: HTMLElement, text: RichText, events: MemoEditorEvents): MemoEditor {
  const editor = createEditor({
    namespace: 'memo',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, RecordLinkNode],
    theme: { list: { nested: { listitem: 'memo-nested' } } },
    onError: (error) => {
      throw error
    },
  })
  // Before anything listens: what was there is nothing that anybody has typed.
  editor.update(() => $writeRichText(text), { discrete: true, tag: HISTORY_MERGE_TAG })
  const stops = [
    registerRichText(editor),
    registerList(editor),
    registerHistory(editor, createEmptyHistoryState(), HISTORY_STEP),
    ...keepToModel(editor),
    ...listenToKeys(editor, events),
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyElements, dirtyLeaves, tags }) => {
      events.onLooks(editorState.read($looksHere))
      if (dirtyElements.size + dirtyLeaves.size === 0 || tags.has(FROM_ELSEWHERE)) return
      events.onChange()
      const opener = editor.isComposing() ? 0 : editorState.read($linkOpenerBefore)
      if (opener > 0 && opener > prevEditorState.read($linkOpenerBefore)) events.onAskLink(opener)
    }),
  ]
  const stop = new AbortController()
  // Before the editor listens itself: these keys mean something else to it, or to the window.
  root.addEventListener('keydown', (event) => takeKey(editor, event, events), stop)
  root.addEventListener(
    'click',
    ({ target }) => {
      const link = target instanceof Element ? linkOfElement(target) : null
      if (link !== null && window.getSelection()?.isCollapsed !== false) events.onFollow(link)
    },
    stop,
  )
  editor.setRootElement(root)
  return {
    read: () => editor.read($readRichText),
    show: (next) => {
      const isFocused = root.contains(document.activeElement)
      editor.update(
        () => {
          const caret = isFocused ? $caretPath() : null
          $writeRichText(next)
          if (caret !== null) $goToCaretPath(caret)
        },
        { discrete: true, tag: isFocused ? [FROM_ELSEWHERE] : [FROM_ELSEWHERE, SKIP_DOM_SELECTION_TAG] },
      )
      // What stood here before is not to be brought back by the field's own undo.
      editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined)
    },
    toggleLook: (look) => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, look),
    toggleBlocks: (kind) => editor.update(() => $toggleBlocks(editor, kind)),
    insertLink: (link, words, typed) => {
      editor.focus()
      editor.update(() => $insertLink(link, words, typed))
    },
    focus: () => editor.focus(),
    dispose: () => {
      stop.abort()
      editor.setRootElement(null)
      for (const end of stops) end()
    },
  }
}

/** Takes back or does again what was typed in the memo that an element is the field of. Answers whether it is one. */
export function undoInMemo(element: Element | null, way: 'undo' | 'redo'): boolean {
  if (!isMemoField(element)) return false
  getNearestEditorFromDOMNode(element)?.dispatchCommand(way === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined)
  return true
}

/** Whether an element is a field in which a memo is written. */
export function isMemoField(element: Element | null): element is HTMLElement {
  return element instanceof HTMLElement && element.classList.contains('memo-text')
}

function listenToKeys(editor: LexicalEditor, events: MemoEditorEvents): readonly (() => void)[] {
  return [
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const link = $linkHere()
        if (event === null || event.shiftKey || editor.isComposing()) return false
        const isAsked = event.ctrlKey || event.metaKey
        if (link === null) {
          // Elsewhere in the window this is the key of another command.
          if (isAsked) event.preventDefault()
          return isAsked
        }
        event.preventDefault()
        events.onFollow(link)
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_SPACE_COMMAND,
      (event) => {
        if (editor.isComposing() || event.ctrlKey || event.metaKey || event.altKey || !$takesBlockSign(editor)) {
          return false
        }
        event.preventDefault()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ESCAPE_COMMAND,
      () => {
        events.onEscape()
        return true
      },
      COMMAND_PRIORITY_HIGH,
    ),
  ]
}

function takeKey(editor: LexicalEditor, event: KeyboardEvent, events: MemoEditorEvents): void {
  if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
  const key = event.key.toLowerCase()
  if (key === 'k') events.onAskLink(0)
  else if (key === ']') editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
  else if (key === '[') editor.dispatchCommand(OUTDENT_CONTENT_COMMAND, undefined)
  else return
  event.preventDefault()
  event.stopPropagation()
}

function $insertLink(link: TextLink, words: string, typed: number): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const node = selection.anchor.getNode()
  if (typed > 0 && node instanceof TextNode) {
    const end = selection.anchor.offset
    node.spliceText(end - typed, typed, '', true)
  }
  const chosen = selection.isCollapsed() ? '' : selection.getTextContent().replaceAll('\n', ' ').trim()
  const made = new RecordLinkNode(link).append($createTextNode(chosen === '' ? words : chosen))
  selection.insertNodes([made])
  made.selectEnd()
}
