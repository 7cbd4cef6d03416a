/** A case was rated; aggregate `case`. */
export const caseRated = 'ratings.case-rated';

export interface CaseRated extends Record<string, unknown> {
  caseId: string;
  ratingId: string;
  level: number;
  bad: boolean;
  organizationId: string;
}

/** A visit to a hall was rated; aggregate `hall-ticket`. */
export const visitRated = 'ratings.visit-rated';

export interface VisitRated extends Record<string, unknown> {
  visitId: string;
  ratingId: string;
  level: number;
  bad: boolean;
  organizationId: string;
}

/** A bad rating opened a rectification, it moved, or it was finished; aggregate `rectification`. */
export const rectificationOpened = 'ratings.rectification-opened';
export const rectificationMoved = 'ratings.rectification-moved';
export const rectificationFinished = 'ratings.rectification-finished';

export interface RectificationEvent extends Record<string, unknown> {
  rectificationId: string;
  ratingId: string;
  /** Null for an anonymous rating: its department must not learn whose it is. */
  caseNumber: string | null;
  itemName: string;
  organizationId: string;
  organizationName: string;
  organizationPath: string;
  regionCode: string;
  state: string;
  dueOn: string;
}
