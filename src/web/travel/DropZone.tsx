/** Where a confirmation is let go: for a trip, or with none for the desk to find the trip it belongs to. */
export const DropZone = (_: { tripId: string | null }) => null
