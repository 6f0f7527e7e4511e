// The public exports of `clust/unplugin`: a bundler plugin that turns documented functions into tools.

export { clustTools, type ToolsPlugin, type ToolsPluginOptions } from './clust-tools.js';
