import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, CheckboxGroup, FieldError, TextArea } from '@tongban/ui';
import { Angry, Frown, Laugh, Meh, Smile, type LucideIcon } from 'lucide-react';
import { useId, useState, type SubmitEvent } from 'react';
import { listRatingOptions, type RatingInput } from '@tongban/server/src/modules/ratings/contract.ts';
import { plainApi } from '../../shared/api.ts';
import { Answer } from '../../shared/layout/Answer.tsx';
import { focusFirstFault } from '../../shared/layout/focus-first-fault.ts';
import { text } from './text.ts';
import './rating.css';

const faces: Record<number, LucideIcon> = { 1: Laugh, 2: Smile, 3: Meh, 4: Frown, 5: Angry };

interface Level { level: number; name: string; options: readonly { code: string; text: string }[] }

function LevelChoice({ levels, value, onChange, error }: { levels: readonly Level[]; value: number | undefined; onChange: (level: number) => void; error: string | undefined }) {
  const name = useId();
  return (
    <fieldset className="tb-field" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="tb-field__label form-heading">{text.level}</legend>
      <div className="faces">
        {levels.map((one) => {
          const Face = faces[one.level] ?? Meh;
          return (
            <label key={one.level} className="face">
              <input className="tb-hidden" type="radio" name={name} checked={value === one.level} onChange={() => onChange(one.level)} aria-invalid={error ? true : undefined} />
              <Face size={40} aria-hidden="true" />
              <span>{one.name}</span>
            </label>
          );
        })}
      </div>
      {error && <FieldError id={`${name}-error`}>{error}</FieldError>}
    </fieldset>
  );
}

/** Five levels without a default, the options of the chosen one, words, anonymity. */
export function RatingForm({ busy, onRate }: { busy: boolean; onRate: (rating: RatingInput) => void }) {
  const levels = useQuery({ queryKey: ['ratings.list-options'], queryFn: () => plainApi.call(listRatingOptions, {}), staleTime: Infinity, meta: { public: true } });
  const [level, setLevel] = useState<number>();
  const [optionCodes, setOptionCodes] = useState<string[]>([]);
  const [words, setWords] = useState('');
  const [anonymous, setAnonymous] = useState(false);
  const [tried, setTried] = useState(false);
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    if (level === undefined) focusFirstFault(event.currentTarget);
    else if (!busy) onRate({ level, optionCodes, anonymous, ...(words.trim() ? { text: words.trim() } : {}) });
  }
  return (
    <Answer query={levels}>
      {(data) => {
        const chosen = data.levels.find((one) => one.level === level);
        return (
          <Card>
            <form className="stack" onSubmit={submit}>
              <LevelChoice levels={data.levels} value={level} error={tried && level === undefined ? text.needLevel : undefined} onChange={(next) => { setLevel(next); setOptionCodes([]); }} />
              {chosen && (
                <CheckboxGroup
                  key={chosen.level} cards label={text.options} hint={text.optionsHint} value={optionCodes} onChange={setOptionCodes}
                  options={chosen.options.map((option) => ({ value: option.code, label: option.text }))}
                />
              )}
              <TextArea label={text.text} hint={text.textHint} optional value={words} maxLength={500} onChange={(event) => setWords(event.target.value)} />
              <Checkbox checked={anonymous} onChange={setAnonymous}>{text.anonymous}</Checkbox>
              <div><Button type="submit" variant="primary" size="large" busy={busy}>{text.submit}</Button></div>
            </form>
          </Card>
        );
      }}
    </Answer>
  );
}
