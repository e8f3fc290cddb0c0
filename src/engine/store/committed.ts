/**
 * Commits a transaction as soon as all has been asked for, and settles when it has ended. Left to end by
 * itself, a transaction waits for this tab to take note of each answer, and a tab that is frozen meanwhile
 * keeps the database from all others.
 */
export async function committed(transaction: {
  commit(): void;
  readonly done: Promise<void>;
}): Promise<void> {
  const commit = async (): Promise<void> => transaction.commit();
  // Where it has failed already, both say so, and neither is left unhandled.
  await Promise.all([transaction.done, commit()]);
}
