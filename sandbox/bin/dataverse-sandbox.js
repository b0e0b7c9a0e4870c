#!/usr/bin/env node
"use strict";
// What the package compiles. In a clone, `npm run build` makes it; `npm start` runs the source and needs no build.
require("../dist/start.js");
