/** Two members of staff by turns: mornings and afternoons. */
export const demoStaff = { morning: 'thu-thu-sang', afternoon: 'thu-thu-chieu' } as const;

/** Vietnam has had this one offset since 1975. */
export const demoOffset = '+07:00';
