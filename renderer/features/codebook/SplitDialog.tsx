import { type ReactNode, useState } from 'react'
import { codingsInOrder } from '#renderer/commands/codebook-commands.ts'
import { useProject, useShell } from '#renderer/features/shell.ts'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import type { Coding } from '#shared/model/coding.ts'
import type { CodeId } from '#shared/model/ids.ts'
import { SplitTargets } from './SplitTargets.tsx'
import { SplitWalk } from './SplitWalk.tsx'

/** Splits a code: first the codes that its codings may go to, then one coding after another. */
export function SplitDialog({ codeId }: { readonly codeId: CodeId | null }): ReactNode {
  const { t, desk } = useShell()
  const project = useProject((session) => session.state)
  const [fromId, setFrom] = useState(codeId)
  const [targets, setTargets] = useState<readonly CodeId[]>([])
  /** What there was to walk through when one set out; it stays that, wherever each coding goes. */
  const [walk, setWalk] = useState<readonly Coding[] | null>(null)
  if (project === null) return null
  const from = fromId === null ? undefined : project.codes.get(fromId)
  const close = (): void => {
    desk.workbench.setState({ dialog: null })
    desk.focusPane('codebook')
  }
  return (
    <Dialog
      title={from === undefined ? t('split.title') : t('split.titleOf', { code: from.name })}
      closeLabel={t('common.close')}
      size="large"
      onClose={close}
    >
      {walk === null || from === undefined ? (
        <SplitTargets
          project={project}
          fromId={from?.id ?? null}
          targets={targets.filter((id) => project.codes.has(id))}
          onFrom={setFrom}
          onTargets={setTargets}
          onBegin={() => {
            if (from !== undefined) setWalk(codingsInOrder(project, from.id))
          }}
        />
      ) : (
        <SplitWalk
          project={project}
          from={from}
          targets={targets.flatMap((id) => project.codes.get(id) ?? [])}
          walk={walk}
          onDone={close}
        />
      )}
    </Dialog>
  )
}
