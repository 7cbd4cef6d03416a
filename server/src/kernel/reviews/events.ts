/** A review is over; aggregate: the subject, data `{reviewId, kind, outcome: 'approved' | 'returned' | 'cancelled'}`. */
export const reviewEnded = 'reviews.review-ended';
