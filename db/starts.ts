import type postgres from 'postgres'

/**
 * Counts connections that were begun and not seen to end. A connection that broke in the midst of a query and then is
 * refused begins again and again without a word, and what waits for it waits for ever: that is how to notice.
 */
export class Starts {
  private begun = 0

  readonly onclose = (): void => {
    this.begun = Math.max(0, this.begun - 1)
  }

  /** The driver reads these settings for each connection that it begins. */
  count(sql: postgres.Sql): void {
    const { connection } = sql.options
    const name = connection.application_name
    const get = () => {
      this.begun++
      return name
    }
    Object.defineProperty(connection, 'application_name', { enumerable: true, get })
  }

  forget(): void {
    this.begun = 0
  }

  /** Whether more were begun than there are. */
  exceed(connections: number): boolean {
    return this.begun > connections
  }
}
