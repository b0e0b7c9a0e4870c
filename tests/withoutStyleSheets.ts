/**
 * Fluent writes its classes' rules into the page. jsdom then compares every rule with every element whenever a test asks for a role or a name: a third of the
 * time of the tests of components. They look at roles, names and focus; what styles do is tested in a browser (tests/e2e).
 */
import { InjectionMode, Stylesheet } from "@fluentui/react";

Stylesheet.getInstance().setConfig({ injectionMode: InjectionMode.none });
