import { defineModule } from '../../kernel/module/index.ts';
import { guidanceSubscriptions } from './actions/confirm-guidance.ts';
import { guidancePermissions } from './permissions.ts';
import { guidanceRoutes } from './routes/guidance-routes.ts';

export { evaluateGuidance } from './evaluate-guidance.ts';
export { formParametersOf } from './form-parameters.ts';
export { guide, questionnaireOf } from './guide.contract.ts';
export { countAwaiting, listAwaiting, type AwaitingGuidance } from './queries/list-awaiting.ts';
export { resolveSituation, type Resolution } from './resolve-situation.contract.ts';
export { selectMaterials } from './select-materials.contract.ts';

/** Questions that lead a person to their situation, its materials and its form, and their confirmation by the department (GDE-01, GDE-02). */
export const guidance = defineModule({
  name: 'guidance', uses: ['catalog'], permissions: guidancePermissions, routes: guidanceRoutes, subscribes: guidanceSubscriptions,
});
