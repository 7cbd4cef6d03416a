/** The giver's reviewers have approved it and the receiver is asked; aggregate `delegation`, data `{}`. */
export const delegationOffered = 'delegation.delegation-offered';
/** The receiver has consented or not; data `{accepted}`. */
export const delegationAnswered = 'delegation.delegation-answered';
/** It ended by its date or early; data `{label}`. */
export const delegationEnded = 'delegation.delegation-ended';
