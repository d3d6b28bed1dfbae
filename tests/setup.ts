/** Comes before the first test file of each worker, and for those after it no more: see `loading.ts`. */
import './equal-bytes.ts';
import './loading.ts';
