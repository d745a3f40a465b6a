import { type ReactNode, useMemo } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { inTreeOrder } from '#shared/codebook/tree.ts'
import type { Code } from '#shared/model/code.ts'
import type { CodeId } from '#shared/model/ids.ts'

/** Chooses a code of the codebook that can be applied; families stand there to find one's way by. */
export function CodeSelect(props: {
  readonly label: string
  readonly codes: readonly Code[]
  readonly value: CodeId | null
  readonly besides?: CodeId | null
  readonly onChoose: (id: CodeId | null) => void
}): ReactNode {
  const { label, codes, value, besides = null, onChoose } = props
  const { t } = useShell()
  const choices = useMemo(
    () => [
      { value: '', label: t('codebook.choose') },
      ...inTreeOrder(codes)
        .filter(({ code }) => code.id !== besides)
        .map(({ code, depth }) => ({
          value: code.id,
          label: `${'\u2003'.repeat(depth)}${code.name}`,
          isDisabled: !code.isCodable,
        })),
    ],
    [codes, besides, t],
  )
  return (
    <ChoiceField
      label={label}
      value={value ?? ''}
      choices={choices}
      onChoose={async (chosen) => {
        onChoose(chosen === '' ? null : (chosen as CodeId))
        return true
      }}
    />
  )
}
