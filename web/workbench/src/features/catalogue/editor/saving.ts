import { createContext, useContext } from 'react';
import { useNavigate } from 'react-router';

/** Sends what the editor around a control has not saved yet. */
export const Saving = createContext<() => Promise<unknown>>(() => Promise.resolve());

/** Goes to another page that edits the same draft, once the server has everything: two editors would otherwise disagree. */
export function useGoOnWith(): (to: string) => void {
  const save = useContext(Saving);
  const navigate = useNavigate();
  return (to) => { void save().then(() => navigate(to)); };
}
