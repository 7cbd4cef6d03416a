import { Segmented } from 'antd';
import { useNavigate } from 'react-router';
import { links } from '../../../shared/links.ts';
import { useFilters } from '../../../shared/list/use-filters.ts';
import { DirectoryFrame } from '../DirectoryFrame.tsx';
import { text } from '../text.ts';
import { AdjustmentList } from './AdjustmentList.tsx';
import { DifferenceList } from './DifferenceList.tsx';
import { FindingList } from './FindingList.tsx';

const views = ['adjustments', 'differences', 'findings'] as const;

/** What changes of the directory bring: the changes, the elements that differ, and what the checks found (CAT-09, CAT-12). */
export function ChangesPage() {
  const [{ view: named }] = useFilters(['view']);
  const navigate = useNavigate();
  const view = views.find((one) => one === named) ?? 'adjustments';
  const choose = (
    <Segmented
      value={view}
      options={views.map((one) => ({ value: one, label: text.changes.views[one] }))}
      onChange={(next) => {
        void navigate(links.directoryChanges(next === 'adjustments' ? {} : { view: next }));
      }}
    />
  );
  return (
    <DirectoryFrame section="changes" bar={choose}>
      {view === 'adjustments' ? <AdjustmentList /> : null}
      {view === 'differences' ? <DifferenceList /> : null}
      {view === 'findings' ? <FindingList /> : null}
    </DirectoryFrame>
  );
}
