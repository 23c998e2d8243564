import { Ended } from './ended'
import { FileFacts } from './file-facts'
import { ImportHead } from './import-head'
import { importsBase, type StateProps } from './state-props'

/** An import of which nothing is stored: cancelled, undone or failed. */
export function EndedPage({ ctx, details, mayUpload }: StateProps) {
  return (
    <>
      <ImportHead base={importsBase(ctx)} fileName={details.fileName} title={details.fileName} />
      <FileFacts details={details} timeZone={ctx.workspace.timeZone} />
      <Ended workspace={ctx.workspace.slug} details={details} mayUpload={mayUpload} />
    </>
  )
}
