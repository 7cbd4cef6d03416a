import { defineModule } from '../module/index.ts';
import { ruleMergers } from './mergers.ts';
import { rulesMigrations } from './migrations.ts';
import { rulesPermissions } from './permissions.ts';
import { ruleRoutes } from './routes/rule-routes.ts';

export { createRuleSet } from './actions/write-version.ts';
export { publishVersion } from './actions/publish-version.ts';
export {
  evaluateRuleSet, readRuleContent, type EvaluationSubject, findPublishedRuleSet, listRuleSetsInForce, type PublishedRuleSet, recordEvaluation, type RuleEvaluation, type RuleSetInForce, unsafeReadEvaluation,
} from './evaluate.ts';
export { failureLabels } from './failure-labels.ts';
export { getRuleSetRecord } from './queries/get-version.ts';
export { versionPublished } from './events.ts';

/** Business rules as decision tables: versions, test cases, dry runs, explained runs (DEC-02). */
export const rulesModule = defineModule({
  name: 'rules', uses: ['personal-data'], mergers: ruleMergers, migrations: rulesMigrations, permissions: rulesPermissions, routes: ruleRoutes,
});
