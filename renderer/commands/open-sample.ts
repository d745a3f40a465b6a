import { readSetting, saveSetting } from '#renderer/db/contents.ts'
import { createProject } from '#renderer/db/project-store.ts'
import { sampleCodings } from '#samples/sample-codings.ts'
import { starterCodesByName } from '#shared/codebook/starter-codebook.ts'
import type { Change } from '#shared/journal/change.ts'
import { foundingEntry } from '#shared/journal/entry.ts'
import type { Code } from '#shared/model/code.ts'
import { isText } from '#shared/model/guard.ts'
import type { CoderId, CodingId, MemoId, ProjectId, SegmentId, SourceId } from '#shared/model/ids.ts'
import type { TextSpan } from '#shared/model/text-span.ts'
import { anchorOf } from '#shared/text/anchor.ts'
import { findInReading } from '#shared/transcript/find-in-reading.ts'
import { readTranscript } from '#shared/transcript/read-transcript.ts'
import { foundProject } from './acts/project-acts.ts'
import type { ActWorld } from './acts/refusal.ts'
import { act, type Desk } from './desk.ts'
import { takeFile } from './import-files.ts'
import { NOTHING_YET } from './import-report.ts'
import { openProject } from './open-project.ts'
import { openSource } from './open-source.ts'

/** The program's own sample in one language: the file, and what its project is called. */
export interface Sample {
  readonly projectName: string
  readonly fileName: string
  readonly text: string
}

/**
 * Opens the sample in the interface's language, in a project of its own, with a dozen passages
 * coded. The second time it opens what became of it.
 */
export async function openSample(desk: Desk, sample: Sample): Promise<void> {
  const language = desk.language()
  const setting = `sample-project:${language}`
  const known = await readSetting(desk.db, setting, isText)
  if (known !== null && (await openProject(desk, known as ProjectId))) return

  const original = new TextEncoder().encode(sample.text)
  const outcome = await desk.bridge.importBytes(desk.newId(), sample.fileName, original, null)
  if (outcome.kind === 'failed') {
    const row = { fileName: sample.fileName, folder: '', result: outcome }
    desk.workbench.setState({ report: { ...NOTHING_YET, rows: [row] } })
    return
  }
  const codes = starterCodesByName(language, desk.newId)
  const id = desk.newId() as ProjectId
  const stamp = { at: desk.now(), coderId: desk.newId() as CoderId }
  await createProject(
    desk.db,
    foundingEntry(
      id,
      foundProject(
        { id, name: sample.projectName, createdAt: stamp.at },
        { id: stamp.coderId, name: desk.info.userName, createdAt: stamp.at },
        Object.values(codes),
      ),
      stamp,
    ),
    sample.projectName,
  )
  await openProject(desk, id)
  const sourceId = await takeFile(desk, { ...outcome.file, original })
  if (sourceId === null) return
  await act(desk, (_state, world) => ({
    name: 'act.codeSample',
    values: {},
    changes: sampleChanges(sourceId, outcome.file.text, language, codes, world),
  }))
  await openSource(desk, sourceId)
  await saveSetting(desk.db, setting, id)
}

function sampleChanges(
  sourceId: SourceId,
  text: string,
  language: keyof typeof sampleCodings,
  codes: Readonly<Record<string, Code>>,
  world: ActWorld,
): readonly Change[] {
  const speech = readTranscript(text).blocks.filter((block) => block.kind !== 'label')
  return sampleCodings[language].flatMap((sample): Change[] => {
    const code = codes[sample.code]
    const span: TextSpan | undefined = findInReading(speech, sample.quote)[0]
    if (code === undefined || span === undefined) throw new Error(`the sample has no “${sample.quote}”`)
    const segmentId = world.newId() as SegmentId
    const codingId = world.newId() as CodingId
    const changes: Change[] = [
      {
        kind: 'segment',
        before: null,
        after: {
          id: segmentId,
          sourceId,
          anchors: [anchorOf(text, span)],
          createdAt: world.at,
          createdBy: world.coderId,
        },
      },
      {
        kind: 'coding',
        before: null,
        after: {
          id: codingId,
          segmentId,
          sourceId,
          codeId: code.id,
          coderId: world.coderId,
          fields: sample.fields ?? {},
          createdAt: world.at,
          modifiedAt: world.at,
        },
      },
    ]
    if (sample.memo !== undefined) {
      changes.push({
        kind: 'memo',
        before: null,
        after: {
          id: world.newId() as MemoId,
          target: { kind: 'coding', id: codingId },
          text: sample.memo,
          createdBy: world.coderId,
          createdAt: world.at,
          modifiedAt: world.at,
        },
      })
    }
    return changes
  })
}
