import assign from './assign.json';
import plans from './plans.json';
import studio from './studio.json';

/** Texts of the boundary studio and its papers. */
export default { ...assign, ...plans, ...studio };
