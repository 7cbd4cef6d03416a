import { useState } from 'react';
import { issuesByPath, problemOf } from '../../../shared/api.ts';
import { emptyPerson, normalizedPerson, personFaults, type PersonFields } from './person-fields.ts';

/** State of a person's form: faults show after the first try, and those the server found until the field changes. */
export function usePersonForm(withName: boolean) {
  const [fields, setFields] = useState(emptyPerson);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Partial<Record<keyof PersonFields, string>>>({});
  const own = personFaults(fields, withName);
  return {
    fields,
    faults: tried ? { ...refused, ...own } : {},
    change(change: Partial<PersonFields>) {
      setFields({ ...fields, ...change });
      setRefused(Object.fromEntries(Object.entries(refused).filter(([name]) => !(name in change))));
    },
    /** The fields to send, or undefined while something is wrong. */
    check(): PersonFields | undefined {
      setTried(true);
      return Object.keys(own).length === 0 ? normalizedPerson(fields) : undefined;
    },
    refuse(error: unknown) {
      setRefused(issuesByPath(problemOf(error)));
    },
  };
}
