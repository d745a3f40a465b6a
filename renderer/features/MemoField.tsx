import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { memoOn } from '#renderer/commands/acts/lookup.ts'
import { createMemoWriter, type MemoWriter, memoTextIn } from '#renderer/commands/memo-writer.ts'
import type { ProjectSession } from '#renderer/commands/project-session.ts'
import { followLink, linkName } from '#renderer/commands/text-links.ts'
import { useProject, useShell, useWorkbench } from '#renderer/features/shell.ts'
import { describeLinks } from '#renderer/memo-editor/link-looks.ts'
import { type Looks, NO_LOOKS } from '#renderer/memo-editor/looks.ts'
import { MemoToolbar } from '#renderer/memo-editor/MemoToolbar.tsx'
import { type MemoEditor, mountMemoEditor } from '#renderer/memo-editor/mount-memo-editor.ts'
import { type MemoTarget, targetKey } from '#shared/model/memo.ts'
import type { RichText, TextLink } from '#shared/model/rich-text.ts'
import { afterPaint } from './after-paint.ts'
import { MemoLinks } from './MemoLinks.tsx'

/** What a memo field shows, and how it is called. */
export interface MemoFieldProps {
  readonly target: MemoTarget
  readonly label: string
  /** The label is for those who cannot see what stands around the field. */
  readonly isLabelUnseen?: boolean
  /** By which name the keyboard is given to it. */
  readonly pane?: 'memo'
  /** Takes the keyboard as it appears. */
  readonly isFirst?: boolean
  /** What Escape does; in a dialog it closes that. */
  readonly onEscape?: () => void
}

/** The memo on something, there or to be written: rich text that is saved as one types. */
export function MemoField(props: MemoFieldProps): ReactNode {
  const session = useWorkbench((state) => state.session)
  if (session === null) return null
  return <Field key={`${session.id} ${targetKey(props.target)}`} {...props} session={session} />
}

function Field(props: MemoFieldProps & { readonly session: ProjectSession }): ReactNode {
  const { target, label, session, isLabelUnseen = false, isFirst = false } = props
  const { t, desk } = useShell()
  const project = useProject(({ state }) => state)
  const memo = project === null ? null : memoOn(project, target)
  const [looks, setLooks] = useState<Looks>(NO_LOOKS)
  const [isEmpty, setEmpty] = useState(memo === null)
  const [isRefused, setRefused] = useState(false)
  /** How many typed characters ask for a link; null while none is asked for. */
  const [asking, setAsking] = useState<number | null>(null)
  const root = useRef<HTMLDivElement>(null)
  const editor = useRef<MemoEditor | null>(null)
  const writer = useRef<MemoWriter | null>(null)
  const id = useId()

  const describe = (): void => {
    if (root.current === null || project === null) return
    describeLinks(root.current, (link) => {
      const name = linkName(project, link)
      return { title: name === null ? t('memo.linkGone') : t('memo.linkFollow', { name }), isGone: name === null }
    })
  }
  const now = useRef({ describe, onEscape: props.onEscape })
  now.current = { describe, onEscape: props.onEscape }

  // The field belongs to one memo of one session: another one is another field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    if (root.current === null) return undefined
    const field = root.current
    const noteChange = (): void => {
      setEmpty(editor.current === null || isBlank(editor.current.read()))
      now.current.describe()
    }
    let end: (() => void) | null = null
    const mount = (): void => {
      const mounted = mountMemoEditor(field, memoTextIn(session, target), {
        onChange: () => {
          noteChange()
          writer.current?.typed()
        },
        onLooks: (next) => setLooks((shown) => (isSameLook(shown, next) ? shown : next)),
        onFollow: (link) => {
          void writer.current?.flush()
          void followLink(desk, link)
        },
        onAskLink: setAsking,
        onEscape: () => now.current.onEscape?.(),
      })
      editor.current = mounted
      const writing = createMemoWriter(desk, session, target, {
        read: mounted.read,
        show: (text) => {
          mounted.show(text)
          noteChange()
        },
        onRefused: setRefused,
      })
      writer.current = writing
      noteChange()
      end = () => {
        void writing.flush()
        writing.dispose()
        mounted.dispose()
        editor.current = null
        writer.current = null
      }
      if (isFirst) mounted.focus()
    }
    // An editor takes longer to make than a key may take: what was coded is seen first.
    const over = isFirst ? null : afterPaint(field, mount)
    if (isFirst) mount()
    return () => {
      over?.abort()
      end?.()
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the memo becomes another
  useEffect(() => writer.current?.follow(), [memo])
  useEffect(() => now.current.describe())

  const stopAsking = (): void => {
    setAsking(null)
    editor.current?.focus()
  }
  const choose = (link: TextLink, words: string): void => {
    editor.current?.insertLink(link, words, asking ?? 0)
    setAsking(null)
  }
  return (
    <div className="field memo-field">
      <span id={id} className={isLabelUnseen ? 'unseen' : 'memo-label'}>
        {label}
      </span>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is done with it; it is only seen when what stands in it is left */}
      <div
        className={isRefused ? 'memo-box refused' : 'memo-box'}
        // To lend a look or to choose a link is not to leave the field.
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) void writer.current?.flush()
        }}
      >
        {isEmpty && (
          <span className="memo-placeholder" aria-hidden="true">
            {t('memo.hint')}
          </span>
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a text area knows no looks and no links */}
        <div
          ref={root}
          className="memo-text"
          role="textbox"
          aria-multiline="true"
          aria-labelledby={id}
          aria-placeholder={t('memo.hint')}
          aria-invalid={isRefused}
          contentEditable
          suppressContentEditableWarning
          spellCheck={false}
          dir="auto"
          tabIndex={0}
          data-pane={props.pane}
          data-first={isFirst ? true : undefined}
        />
        <MemoToolbar
          looks={looks}
          editor={() => editor.current}
          onLink={() => setAsking((asked) => (asked === null ? 0 : null))}
          names={{
            looks: t('memo.looks'),
            bold: t('memo.bold'),
            italic: t('memo.italic'),
            heading: t('memo.heading'),
            quote: t('memo.quote'),
            bullet: t('memo.bullet'),
            numbered: t('memo.numbered'),
            link: t('memo.link'),
          }}
        />
        {asking !== null && <MemoLinks onChoose={choose} onCancel={stopAsking} />}
      </div>
    </div>
  )
}

function isBlank(text: RichText): boolean {
  return text.length === 1 && text[0]?.kind === 'paragraph' && text[0].runs.length === 0
}

function isSameLook(a: Looks, b: Looks): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.block === b.block
}
