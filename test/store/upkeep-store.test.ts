import { openStore } from '../../src/store/open-store.ts'
import { describeUpkeepContract } from '../contracts/upkeep-store-contract.ts'

describeUpkeepContract('SQLite', () => openStore('sqlite::memory:'))
