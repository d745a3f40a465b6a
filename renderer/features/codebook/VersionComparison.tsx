import { type ReactNode, useMemo, useState } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { ChoiceField } from '#renderer/ui/ChoiceField.tsx'
import { compareCodebooks } from '#shared/codebook/compare-versions.ts'
import { codeList, type ProjectState } from '#shared/journal/state.ts'
import type { CodebookVersion } from '#shared/model/codebook-version.ts'

const NOW = ''

/** What has changed from one state of the codebook to another, side by side. */
export function VersionComparison(props: {
  readonly project: ProjectState
  readonly version: CodebookVersion
  readonly versions: readonly CodebookVersion[]
}): ReactNode {
  const { project, version, versions } = props
  const { t } = useShell()
  const [otherId, setOther] = useState(NOW)
  const other = versions.find(({ id }) => id === otherId)
  const now = codeList(project)
  // The earlier one stands to the left, whichever was chosen first.
  const isTurned = other !== undefined && versions.indexOf(other) < versions.indexOf(version)
  const differences = useMemo(() => {
    const codes = other?.codes ?? now
    return isTurned ? compareCodebooks(codes, version.codes) : compareCodebooks(version.codes, codes)
  }, [other, now, version, isTurned])
  const otherName = other?.name ?? t('versions.now')
  const [left, right] = isTurned ? [otherName, version.name] : [version.name, otherName]
  return (
    <>
      <ChoiceField
        label={t('versions.compareWith', { version: version.name })}
        value={otherId}
        choices={[
          { value: NOW, label: t('versions.now') },
          ...versions.filter(({ id }) => id !== version.id).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={async (id) => {
          setOther(id)
          return true
        }}
      />
      {differences.length === 0 ? (
        <p className="hint">{t('versions.same')}</p>
      ) : (
        <table className="comparison">
          <thead>
            <tr>
              <th scope="col">{t('versions.code')}</th>
              <th scope="col">{t('versions.part')}</th>
              <th scope="col">{left}</th>
              <th scope="col">{right}</th>
            </tr>
          </thead>
          {differences.map(({ code, path, kind, parts }) => (
            <tbody key={code.id} className={kind}>
              {parts.map(({ part, before, after }, index) => (
                <tr key={part}>
                  {index === 0 && (
                    <th scope="rowgroup" rowSpan={parts.length}>
                      <span className="coding-path">{path.slice(0, -1).join(' › ')}</span>
                      {code.name}
                      <span className="difference-kind">{t(`versions.${kind}`)}</span>
                    </th>
                  )}
                  <th scope="row">{t(part === 'parent' ? 'code.parent' : `code.${part}`)}</th>
                  <td>{before}</td>
                  <td>{after}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
    </>
  )
}
