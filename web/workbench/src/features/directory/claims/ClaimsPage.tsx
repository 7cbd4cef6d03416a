import { Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { DirectoryFrame } from '../DirectoryFrame.tsx';
import { text } from '../text.ts';
import { ClaimRecords } from './ClaimRecords.tsx';
import { ClaimRates } from './ClaimRates.tsx';
import { DutyList } from './DutyList.tsx';
import { SlotList } from './SlotList.tsx';

const views = ['slots', 'records', 'rates', 'duties'] as const;

/** Claims of the directory: what a region should claim, what was claimed, the rate, and which department takes what (CAT-01). */
export function ClaimsPage() {
  const [{ view: named }] = useFilters(['view']);
  const navigate = useNavigate();
  const view = views.find((one) => one === named) ?? 'slots';
  const choose = (
    <Segmented
      value={view}
      options={views.map((one) => ({ value: one, label: text.claims.views[one] }))}
      // Each view has filters of its own, so those of the one before are left behind.
      onChange={(next) => {
        void navigate(links.directoryClaims(next === 'slots' ? {} : { view: next }));
      }}
    />
  );
  return (
    <DirectoryFrame section="claims" bar={choose}>
      {view === 'slots' ? <SlotList /> : null}
      {view === 'records' ? <ClaimRecords /> : null}
      {view === 'rates' ? <ClaimRates /> : null}
      {view === 'duties' ? <DutyList /> : null}
    </DirectoryFrame>
  );
}
