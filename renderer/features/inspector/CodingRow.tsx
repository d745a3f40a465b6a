import type { ReactNode } from 'react'
import { showCoding } from '#renderer/commands/coding-commands.ts'
import { missingIn } from '#renderer/commands/incomplete.ts'
import type { OpenSource } from '#renderer/commands/workbench.ts'
import { useShell } from '#renderer/features/shell.ts'
import { rootOf } from '#shared/codebook/tree.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { PlacedCoding } from '#shared/query/placed-codings.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import { quoteOf } from '../coding-words.ts'

/** A coding in a list: its code, what it still lacks, and the beginning of its words. Chosen, it is shown in the text. */
export function CodingRow(props: {
  readonly project: ProjectState
  readonly open: OpenSource
  readonly placed: PlacedCoding
}): ReactNode {
  const { t, desk } = useShell()
  const { project, open, placed } = props
  const { coding, segment } = placed
  const code = project.codes.get(coding.codeId)
  if (code === undefined) return null
  const missing = missingIn(project, open.reading, placed)
  const choose = (): void => {
    showCoding(desk, coding.id)
    // The row goes, and with it the keyboard.
    desk.transcript.current?.focus()
  }
  return (
    <button type="button" data-coding={coding.id} onClick={choose}>
      <CodeSwatch colour={code.colour} manner={rootOf(codeList(project), code.id)?.family?.manner ?? 'tint'} />
      <span className="coding-list-text">
        <span className="coding-list-code">{code.name}</span>
        {missing.length > 0 && (
          <span className="field-missing">
            {t('fields.incomplete', { fields: missing.map(({ label }) => label).join(t('common.listComma')) })}
          </span>
        )}
        <span className="coding-list-quote">{quoteOf(segment.anchors, open)}</span>
      </span>
    </button>
  )
}
