import type { ReactNode } from 'react'
import { deleteCoding } from '#renderer/commands/coding-commands.ts'
import { useShell } from '#renderer/features/shell.ts'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { codePath } from '#shared/codebook/tree.ts'
import { codeList } from '#shared/journal/state.ts'
import { isAnchored } from '#shared/text/anchor.ts'
import { sliceReading } from '#shared/text/reading-map.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import type { CodingInHand } from './coding-in-hand.ts'

/** Which code stands on which words, and what can be done with the coding as a whole. */
export function CodingHead({ inHand }: { readonly inHand: CodingInHand }): ReactNode {
  const { t, desk, run } = useShell()
  const { project, open, coding, segment, code, family } = inHand
  const quote = segment.anchors.map((anchor) => sliceReading(open.reading.blocks, anchor.span)).join(' … ')
  return (
    <>
      <div className="coding-head">
        <CodeSwatch colour={code.colour} manner={family?.manner ?? 'tint'} />
        <span className="coding-code">
          <span className="coding-path">{codePath(codeList(project), code.id).slice(0, -1).join(' › ')}</span>
          <strong>{code.name}</strong>
        </span>
        <IconButton icon="swap" label={t('command.recode')} onClick={() => run('recode')} />
        <IconButton icon="trash" label={t('command.removeCoding')} onClick={() => void deleteCoding(desk, coding.id)} />
        <IconButton
          icon="close"
          label={t('inspector.letGo')}
          onClick={() => desk.workbench.setState({ codingId: null })}
        />
      </div>
      {!segment.anchors.every((anchor) => isAnchored(open.text, anchor)) && (
        <p className="problem" role="alert">
          {t('inspector.mismatch')}
        </p>
      )}
      <blockquote className="coding-quote">{quote}</blockquote>
    </>
  )
}
