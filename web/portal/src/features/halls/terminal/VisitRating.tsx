import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '@tongban/ui';
import { Angry, Frown, Laugh, Meh, Smile, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { rateVisit } from '@tongban/server/src/modules/halls/visits/contract.ts';
import { listRatingOptions } from '@tongban/server/src/modules/ratings/contract.ts';
import { plainApi } from '../../../shared/api.ts';
import { Answer, ProblemNotice } from '../../../shared/layout/Answer.tsx';
import { text } from '../text.ts';

const t = text.terminal;
/** Seconds without a touch after which the terminal rests again; nothing is counted then. */
const patience = 40;
const faces: Record<number, LucideIcon> = { 1: Laugh, 2: Smile, 3: Meh, 4: Frown, 5: Angry };

/** Five levels without a default, then why, for whoever wants to say; `onSettled` is told whether a rating was given. */
export function VisitRating({ deviceKey, number, onSettled }: { deviceKey: string; number: string; onSettled: (rated: boolean) => void }) {
  const levels = useQuery({ queryKey: ['ratings.list-options'], queryFn: () => plainApi.call(listRatingOptions, {}), staleTime: Infinity });
  const [level, setLevel] = useState<number>();
  const [codes, setCodes] = useState<string[]>([]);
  const [anonymous, setAnonymous] = useState(false);
  const left = usePatience(`${level ?? ''}${codes.join()}${anonymous}`, () => onSettled(false));
  const rate = useMutation({
    mutationFn: (chosen: number) => plainApi.call(rateVisit, { body: { deviceKey, number, rating: { level: chosen, optionCodes: codes, anonymous } } }),
    onSuccess: () => onSettled(true),
  });
  const toggle = (code: string) => setCodes((before) => (before.includes(code) ? before.filter((one) => one !== code) : [...before, code].slice(-8)));
  return (
    <section className="rating-terminal__ask" aria-live="assertive">
      <Answer query={levels}>
        {(data) => {
          const chosen = data.levels.find((one) => one.level === level);
          return (
            <>
              <h2>{chosen ? t.why(chosen.name) : t.ask(number)}</h2>
              {rate.isError && <ProblemNotice error={rate.error} />}
              {chosen ? (
                <>
                  <div className="rating-terminal__reasons">
                    {chosen.options.map(({ code, text: label }) => <button key={code} type="button" className="rating-terminal__reason" aria-pressed={codes.includes(code)} onClick={() => toggle(code)}>{label}</button>)}
                  </div>
                  <button type="button" className="rating-terminal__reason rating-terminal__anonymous" aria-pressed={anonymous} onClick={() => setAnonymous(!anonymous)}>{t.anonymous}</button>
                  <div className="tb-button-row">
                    <Button size="large" variant="primary" busy={rate.isPending} onClick={() => rate.mutate(chosen.level)}>{t.submit}</Button>
                    <Button size="large" onClick={() => { setLevel(undefined); setCodes([]); rate.reset(); }}>{t.again}</Button>
                    <Button size="large" variant="quiet" onClick={() => onSettled(false)}>{t.decline(left)}</Button>
                  </div>
                </>
              ) : (
                <>
                  <div className="rating-terminal__levels">
                    {data.levels.map((one) => {
                      const Face = faces[one.level] ?? Meh;
                      return <button key={one.level} type="button" className="rating-terminal__level" data-level={one.level} onClick={() => setLevel(one.level)}><Face aria-hidden="true" /><span>{one.name}</span></button>;
                    })}
                  </div>
                  <p>{t.voluntary}</p>
                  <div><Button size="large" variant="quiet" onClick={() => onSettled(false)}>{t.decline(left)}</Button></div>
                </>
              )}
            </>
          );
        }}
      </Answer>
    </section>
  );
}

/** Seconds left until nobody is there; every touch begins anew. */
function usePatience(touched: string, onEnd: () => void): number {
  const [left, setLeft] = useState(patience);
  const end = useRef(onEnd);
  useEffect(() => { end.current = onEnd; });
  useEffect(() => {
    setLeft(patience);
    const timer = setInterval(() => setLeft((before) => before - 1), 1_000);
    return () => clearInterval(timer);
  }, [touched]);
  useEffect(() => { if (left <= 0) end.current(); }, [left]);
  return Math.max(0, left);
}
