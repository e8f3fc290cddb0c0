/** Names the row of an alert's details in the document. */
export function detailsIdOf(alertId: string): string {
  return `details-${alertId}`;
}
