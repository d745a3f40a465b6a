import { LecternDatabase } from '#renderer/db/database.ts'
import { packJournal } from '#renderer/db/packing.ts'
import type { ProjectId } from '#shared/model/ids.ts'

// A thread of its own: a source of 50,000 codings takes longer to pack than a key may wait.
self.addEventListener('message', ({ data }: MessageEvent<ProjectId>) => {
  void packJournal(new LecternDatabase(), data).then(
    () => self.postMessage(null),
    (error: unknown) => self.postMessage(String(error)),
  )
})
